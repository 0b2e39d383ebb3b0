using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridBot.Sandbox.Records;

/// <summary>Instants leave as 2026-11-24T10:00:00.000+08:00.</summary>
public sealed class BeijingTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Beijing(value).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));

    public static DateTimeOffset Beijing(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8));
}
