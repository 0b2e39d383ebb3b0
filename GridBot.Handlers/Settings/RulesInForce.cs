using GridBot.Core.Issues;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Settings;

/// <summary>The rulebook of the settings in force; built anew when they change.</summary>
public sealed class RulesInForce(SettingsInForce settings, Calendar calendar, IOptions<WeComOptions> weCom)
{
    private volatile Entry? _entry;

    /// <summary>Take it once per decision, and don't keep it.</summary>
    public Rulebook Current
    {
        get
        {
            var snapshot = settings.Current;
            return _entry is { } entry && ReferenceEquals(entry.Snapshot, snapshot) ? entry.Rules : Build(snapshot);
        }
    }

    public ValueTask<EscalationPolicy> PolicyAsync(long version, CancellationToken cancellationToken) =>
        settings.PolicyAsync(version, cancellationToken);

    private Rulebook Build(SettingsSnapshot snapshot)
    {
        var rules = new Rulebook(
            snapshot.Roster, snapshot.Policy, snapshot.Categories, VocabularyBuilder.Build(snapshot.Words), calendar, weCom.Value.Bot.Name,
            weCom.Value.Bot.UsesSocket);
        _entry = new Entry(snapshot, rules);
        return rules;
    }

    private sealed record Entry(SettingsSnapshot Snapshot, Rulebook Rules);
}
