using System.Text.Json.Serialization;

namespace GridBot.Sandbox.Faults;

/// <summary>Something that goes wrong the next few times. Times null: once, and for userid/encrypt and address/untrusted until taken back; 0 takes it back.</summary>
public sealed record Fault(
    string Api,
    [property: JsonPropertyName("errcode")] int? ErrCode = null,
    int? Http = null,
    int? DelayMs = null,
    bool LoseAnswer = false,
    int? Times = null);
