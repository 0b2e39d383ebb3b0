namespace GridBot.Sandbox.People;

/// <summary>A person could not do this: which field is wrong, and what would be right.</summary>
public sealed class LeverRefusedException(string field, string remedy) : Exception($"{field}: {remedy}")
{
    public string Field { get; } = field;

    public string Remedy { get; } = remedy;
}
