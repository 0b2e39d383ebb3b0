using System.Text.Json.Serialization;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Storage.Issues;

namespace GridBot.Storage.Sql;

/// <summary>The records that are kept as JSON; see <see cref="JsonColumns"/> for how.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IssueState))]
[JsonSerializable(typeof(Stage.Waiting))]
[JsonSerializable(typeof(Stage.Acknowledged))]
[JsonSerializable(typeof(Stage.Resolved))]
[JsonSerializable(typeof(Stage.Closed))]
[JsonSerializable(typeof(Stage.Deferred))]
[JsonSerializable(typeof(Stage.Returned))]
[JsonSerializable(typeof(Stage.Merged))]
[JsonSerializable(typeof(Stage.Withdrawn))]
[JsonSerializable(typeof(Stage.Rejected))]
[JsonSerializable(typeof(Saying))]
[JsonSerializable(typeof(Saying.InGroup))]
[JsonSerializable(typeof(Saying.ByBell))]
[JsonSerializable(typeof(Saying.ToPerson))]
[JsonSerializable(typeof(Saying.Sealed))]
[JsonSerializable(typeof(Saying.CardToPerson))]
[JsonSerializable(typeof(Saying.GreyCard))]
[JsonSerializable(typeof(Saying.LateAnswer))]
[JsonSerializable(typeof(Saying.RobotAnswer))]
[JsonSerializable(typeof(BindingRequest))]
internal sealed partial class StorageJson : JsonSerializerContext;
