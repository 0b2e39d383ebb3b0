namespace GridBot.Core.Issues;

/// <summary>How fast somebody must be found. An emergency is danger to life (险情).</summary>
public enum Urgency
{
    Normal = 0,
    Urgent = 1,
    Emergency = 2,
}
