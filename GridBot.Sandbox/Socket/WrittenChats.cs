using System.Collections.Concurrent;

namespace GridBot.Sandbox.Socket;

/// <summary>Where somebody has written to the robot: only there may it speak by itself (doc 101463). A tap or an entry is no message.</summary>
internal sealed class WrittenChats
{
    private readonly ConcurrentDictionary<string, byte> groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> persons = new(StringComparer.OrdinalIgnoreCase);

    public void Note(string? chatId, string user) => _ = chatId is null ? persons.TryAdd(user, 0) : groups.TryAdd(chatId, 0);

    public bool Contains(string? chatId, string user) => chatId is null ? persons.ContainsKey(user) : groups.ContainsKey(chatId);
}
