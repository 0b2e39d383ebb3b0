using System.Text.Json.Serialization;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Levers;

internal sealed record AnswerView(LogEntry? Answer);

internal sealed record RefusalView(string Error, string Field, string Remedy);

internal sealed record TownView(NameView Bot, IEnumerable<ChatView> Chats, IEnumerable<PersonView> People);

internal sealed record NameView(string Name);

internal sealed record ChatView([property: JsonPropertyName("chatid")] string ChatId, string Name, string Place, IReadOnlyList<string> Members);

internal sealed record PersonView([property: JsonPropertyName("userid")] string UserId, string Name, string Role, string Place);

internal sealed record PushKeyView([property: JsonPropertyName("chatid")] string ChatId, string Place, string Key);
