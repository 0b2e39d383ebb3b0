using System.Text.Json.Serialization;

namespace GridBot.Sandbox.Records;

/// <summary>One thing that WeCom's side received and showed to people.</summary>
public sealed record LogEntry(
    long Seq,
    [property: JsonConverter(typeof(BeijingTimeConverter))] DateTimeOffset At,
    string Channel,
    string? Chat,
    IReadOnlyList<string> To,
    IReadOnlyList<string> Mentions,
    string Kind,
    string Text,
    LogCard? Card);

/// <summary>A card as people read it: its main title, all its other words, and the buttons that can still be tapped.</summary>
public sealed record LogCard(
    [property: JsonPropertyName("task_id")] string? TaskId,
    string Title,
    string Text,
    IReadOnlyList<LogButton> Buttons);

public sealed record LogButton(string Key, string Text);
