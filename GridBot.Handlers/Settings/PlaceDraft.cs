using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>A place as the roster writes it, before its people are known.</summary>
/// <param name="IsWhole">False when its id stands there but its name or kind is missing.</param>
/// <param name="At">Where it stands, for faults about its position in the tree.</param>
internal sealed record PlaceDraft(Place Place, bool IsWhole, Field At, Field? Duty, Field? Office);
