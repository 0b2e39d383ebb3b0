using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Settings;

/// <summary>The rulebook of the settings and groups in force; built anew when they change.</summary>
public sealed class RulesInForce(SettingsInForce settings, GroupsInForce groups, Calendar calendar, LearnedWeights learned, IOptions<WeComOptions> weCom)
{
    private volatile Entry? _entry;

    /// <summary>Take it once per decision, and don't keep it.</summary>
    public Rulebook Current
    {
        get
        {
            var (snapshot, bound) = (settings.Current, groups.Bound);
            return _entry is { } entry && ReferenceEquals(entry.Snapshot, snapshot) && ReferenceEquals(entry.Bound, bound)
                ? entry.Rules
                : Build(snapshot, bound);
        }
    }

    public ValueTask<EscalationPolicy> PolicyAsync(long version, CancellationToken cancellationToken) =>
        settings.PolicyAsync(version, cancellationToken);

    private Rulebook Build(SettingsSnapshot snapshot, IReadOnlyList<GroupBinding> bound)
    {
        var roster = snapshot.Roster.WithBound(bound);
        var rules = _entry is { } entry && ReferenceEquals(entry.Snapshot, snapshot)
            ? entry.Rules.WithGroups(roster)
            : new Rulebook(
                roster, snapshot.Policy, snapshot.Categories, VocabularyBuilder.Build(snapshot.Words), calendar, learned.Value,
                weCom.Value.Bot.Name, weCom.Value.Bot.UsesSocket);
        _entry = new Entry(snapshot, bound, rules);
        return rules;
    }

    private sealed record Entry(SettingsSnapshot Snapshot, IReadOnlyList<GroupBinding> Bound, Rulebook Rules);
}
