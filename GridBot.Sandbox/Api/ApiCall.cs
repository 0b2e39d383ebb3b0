using System.Buffers;
using System.Text.Json;

namespace GridBot.Sandbox.Api;

/// <summary>One call as it came in. Raw and Body live only while the call is handled.</summary>
internal readonly record struct ApiCall(IQueryCollection Query, ReadOnlySequence<byte> Raw, JsonElement Body)
{
    public string? Parameter(string name) => Query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
