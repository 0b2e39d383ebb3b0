using System.Collections.Concurrent;
using GridBot.Core.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Settings;

namespace GridBot.Handlers.Issues;

/// <summary>The policies that open issues were opened under, read once from the stored settings versions.</summary>
public sealed class PolicyShelf(SettingVersions versions)
{
    private readonly ConcurrentDictionary<long, EscalationPolicy> _byVersion = new();

    public async ValueTask<EscalationPolicy> GetAsync(long version, Rulebook rules, CancellationToken cancellationToken)
    {
        if (version == rules.Policy.Version)
        {
            return rules.Policy;
        }

        if (_byVersion.TryGetValue(version, out var policy))
        {
            return policy;
        }

        var stored = await versions.FindAsync(SettingKinds.Policies, version, cancellationToken);
        policy = stored is not null && PoliciesFile.Load("policies", stored.Content) is Loaded<EscalationPolicy>.Good good
            ? good.Value with { Version = version }
            : rules.Policy;
        return _byVersion.GetOrAdd(version, policy);
    }
}
