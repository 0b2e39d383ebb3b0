namespace GridBot.Tests.Stories;

/// <summary>Rules of a story's own.</summary>
internal sealed class PoliciesFile : IDisposable
{
    public PoliciesFile(string yaml) => File.WriteAllText(Path, yaml);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"policies-{Guid.NewGuid():N}.yaml");

    public void Dispose() => File.Delete(Path);
}
