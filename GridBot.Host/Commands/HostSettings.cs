
namespace GridBot.Host.Commands;

/// <summary>Where settings come from: config/gridbot.yaml in the caller's folder, overridden by the environment.</summary>
internal static class HostSettings
{
    public const string File = "config/gridbot.yaml";

    public static IConfigurationBuilder AddGridBotSettings(this IConfigurationBuilder configuration) => configuration
        .AddYamlFile(Path.GetFullPath(Environment.GetEnvironmentVariable("GRIDBOT_CONFIG") ?? File), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables();
}
