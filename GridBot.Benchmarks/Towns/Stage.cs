using GridBot.Sandbox.Town;

namespace GridBot.Benchmarks.Towns;

/// <summary>A folder of its own with a town's files and its database; gone when it is disposed.</summary>
internal sealed class Stage : IDisposable
{
    private Stage(string folder, SandboxTown corp)
    {
        (Folder, Corp) = (folder, corp);
    }

    public string Folder { get; }

    public SandboxTown Corp { get; }

    public static Stage Set(BenchTown town) => Set(town.RosterYaml, BenchTown.PoliciesYaml, town.PushKeys, town.Corp);

    public static Stage Set(string rosterYaml, string policiesYaml, IEnumerable<string> pushKeys, SandboxTown corp)
    {
        var stage = new Stage(Directory.CreateTempSubdirectory("gridbot-bench-").FullName, corp);
        var shipped = Path.Combine(AppContext.BaseDirectory, "config");
        File.Copy(Path.Combine(shipped, "categories.yaml"), stage.At("categories.yaml"));
        File.Copy(Path.Combine(shipped, "vocabulary.yaml"), stage.At("vocabulary.yaml"));
        File.WriteAllText(stage.At("roster.yaml"), rosterYaml);
        File.WriteAllText(stage.At("policies.yaml"), policiesYaml);
        File.WriteAllLines(stage.At("push-keys.yaml"), pushKeys);
        return stage;
    }

    /// <summary>As configuration keys; with two underscores for each colon they are environment variables.</summary>
    public Dictionary<string, string?> Settings(Uri weCom) => new()
    {
        ["WeCom:ApiBase"] = weCom.ToString().TrimEnd('/'),
        ["WeCom:CorpId"] = Corp.CorpId,
        ["WeCom:App:AgentId"] = $"{Corp.App.AgentId}",
        ["WeCom:App:Secret"] = Corp.App.Secret,
        ["WeCom:App:Token"] = Corp.App.Token,
        ["WeCom:App:EncodingAesKey"] = Corp.App.EncodingAesKey,
        ["WeCom:Bot:Name"] = Corp.Bot.Name,
        ["WeCom:Bot:Token"] = Corp.Bot.Token,
        ["WeCom:Bot:EncodingAesKey"] = Corp.Bot.EncodingAesKey,
        ["WeCom:PushKeys"] = At("push-keys.yaml"),
        ["Database"] = $"sqlite:{At("gridbot.db")}",
        ["Redis:Connection"] = "embedded",
        ["Roster"] = At("roster.yaml"),
        ["Policies"] = At("policies.yaml"),
        ["Categories"] = At("categories.yaml"),
        ["Vocabulary"] = At("vocabulary.yaml"),
        ["Server:Urls"] = "http://127.0.0.1:0",
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string At(string file) => Path.Combine(Folder, file);
}
