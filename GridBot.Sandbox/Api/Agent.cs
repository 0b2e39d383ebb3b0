using System.Text.Json;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Api;

/// <summary>agentid is a number, and belongs to the token (doc 90236).</summary>
internal static class Agent
{
    public static ApiAnswer? Refuse(JsonElement body, TownApp app) =>
        body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("agentid", out var agent) ? ApiAnswer.Error(41011, "agentid missing")
        : agent.ValueKind != JsonValueKind.Number || !agent.TryGetInt32(out var id) ? ApiAnswer.Error(40056, "invalid agentid: it is a number")
        : id != app.AgentId ? ApiAnswer.Error(301002, "the agentid does not belong to this token")
        : null;
}
