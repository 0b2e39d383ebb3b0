using System.Text.Json;
using GridBot.Sandbox.People;
using GridBot.Sandbox.Phones;

namespace GridBot.Sandbox.Levers;

/// <summary>Reads a lever's JSON field by field; what is wrong is said by name, with the remedy.</summary>
internal sealed class Fields : IDisposable
{
    private readonly JsonDocument document;

    private Fields(JsonDocument document) => this.document = document;

    public static async Task<Fields> ReadAsync(HttpRequest request)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new Fields(document);
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Said below, in the same words.
        }

        throw new LeverRefusedException("body", "send a JSON object");
    }

    public string Need(string name, string remedy) =>
        Optional(name) is { Length: > 0 } text ? text : throw new LeverRefusedException(name, remedy);

    public string? Optional(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new LeverRefusedException(name, "a string, or null"),
    };

    public int? Number(string name, int least) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) && value >= least => value,
        _ => throw new LeverRefusedException(name, $"a whole number of at least {least}"),
    };

    public bool Flag(string name) => Value(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw new LeverRefusedException(name, "true or false"),
    };

    /// <summary>A picture: a data: URL or any label; true stands for a small built-in one.</summary>
    public string? Picture(string name) => Value(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => null,
        { ValueKind: JsonValueKind.True } => "picture",
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new LeverRefusedException(name, "a data: URL, a label, or true"),
    };

    /// <summary>A quoted message: its text, or {"text"}, {"image"} or {"voice": transcript}.</summary>
    public Quote? Quote(string name)
    {
        switch (Value(name))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.String } text:
                return Phones.Quote.OfText(text.GetString()!);
            case { ValueKind: JsonValueKind.Object } quoted:
                using (var inner = new Fields(JsonDocument.Parse(quoted.GetRawText())))
                {
                    if (inner.Optional("text") is { } words)
                    {
                        return Phones.Quote.OfText(words);
                    }

                    if (inner.Picture("image") is { } image)
                    {
                        return Phones.Quote.OfImage(image);
                    }

                    if (inner.Optional("voice") is { } voice)
                    {
                        return Phones.Quote.OfVoice(voice);
                    }
                }

                break;
        }

        throw new LeverRefusedException(name, "the quoted text, or {\"text\":…}, {\"image\":…} or {\"voice\":…}");
    }

    public void Dispose() => document.Dispose();

    private JsonElement? Value(string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
