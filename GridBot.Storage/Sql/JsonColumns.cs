using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Storage.Issues;

namespace GridBot.Storage.Sql;

/// <summary>How closed families of records and lists are kept in a column: JSON with the case's name in front.</summary>
internal static class JsonColumns
{
    private static readonly JsonSerializerOptions WithFamilies = new(StorageJson.Default.Options)
    {
        // The column is read by our own program alone; Chinese stays readable for whoever looks into the table.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = StorageJson.Default.WithAddedModifier(AddFamilies),
    };

    public static JsonTypeInfo<IssueState> IssueStates { get; } = (JsonTypeInfo<IssueState>)WithFamilies.GetTypeInfo(typeof(IssueState));

    public static JsonTypeInfo<Saying> Sayings { get; } = (JsonTypeInfo<Saying>)WithFamilies.GetTypeInfo(typeof(Saying));

    /// <summary>Core knows nothing of JSON, so its families are named here. A new case without a name fails a test.</summary>
    private static void AddFamilies(JsonTypeInfo type)
    {
        if (type.Type == typeof(Stage) || type.Type == typeof(Saying))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
            foreach (var member in type.Type.GetNestedTypes())
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, JsonNamingPolicy.CamelCase.ConvertName(member.Name)));
            }
        }
    }
}
