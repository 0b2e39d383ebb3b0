using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace GridBot.Tests.Walls;

/// <summary>What the design draws between projects and folders, kept by looking at the files.</summary>
public sealed partial class WallTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string, string> Projects => new()
    {
        { "Core", "" },
        { "WeCom", "" },
        { "Sandbox", "" },
        { "Storage", "Core" },
        { "Handlers", "Core WeCom Storage" },
        { "Host", "Handlers WeCom Storage" },
        { "Demo", "Host Sandbox" },
    };

    public static TheoryData<string, string> Floors => new()
    {
        { "Roster", "" },
        { "Issues", "Roster" },
        { "Understanding/Likeness", "" },
        { "Understanding/Model", "Issues" },
        { "Understanding", "Roster Issues Understanding.Model" },
        { "Understanding/Training", "Roster Issues Understanding.Model" },
        { "Understanding/Training/Lines", "Understanding.Model" },
        { "Understanding/Training/Likeness", "Understanding.Likeness" },
        { "Wording", "Roster Issues" },
    };

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project, string below)
    {
        var file = XDocument.Load(Path.Combine(Root, $"GridBot.{project}", $"GridBot.{project}.csproj"));
        var allowed = below.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => $"GridBot.{b}").ToHashSet();
        Assert.All(
            file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))),
            reference => Assert.Contains(reference, allowed));
        if (project == "Core")
        {
            Assert.Empty(file.Descendants("PackageReference"));
        }
    }

    [Theory, MemberData(nameof(Floors))]
    public void A_folder_of_the_core_leans_only_on_the_floors_below_it(string folder, string below)
    {
        var allowed = below.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(folder.Replace('/', '.')).Select(b => $"GridBot.Core.{b}").ToHashSet();
        foreach (var (file, text) in Sources("Core").Where(s => FolderInCore(s.File) == folder))
        {
            Assert.All(UsedHere().Matches(text).Select(m => m.Groups["folder"].Value), used => Assert.True(allowed.Contains(used), $"{file} uses {used}"));
        }
    }

    [Fact]
    public void Every_folder_of_the_core_has_its_floor() =>
        Assert.Equal(Floors.Select(f => f.Data.Item1).Order(), Sources("Core").Select(s => FolderInCore(s.File)).Distinct().Order());

    [Fact]
    public void What_serves_doesnt_lean_on_what_trains() =>
        Assert.DoesNotContain(
            Sources("Handlers").Concat(Sources("Storage")).Concat(Sources("Demo")),
            s => s.Text.Contains("GridBot.Core.Understanding.Training", StringComparison.Ordinal));

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines_and_nothing_is_left_to_do()
    {
        foreach (var (file, text) in Sources())
        {
            var most = file.Contains("GridBot.Tests", StringComparison.Ordinal) ? 400 : 250;
            Assert.True(text.Count(c => c == '\n') <= most, $"{file} is longer than {most} lines.");
            Assert.DoesNotContain("TO" + "DO", text, StringComparison.Ordinal);
            Assert.DoesNotContain("FIX" + "ME", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_clock_is_banned_in_every_project()
    {
        var props = File.ReadAllText(Path.Combine(Root, "Directory.Build.props"));
        Assert.Contains("BannedApiAnalyzers", props, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", props, StringComparison.Ordinal);
        var banned = File.ReadAllText(Path.Combine(Root, "BannedSymbols.txt"));
        Assert.Contains("P:System.DateTimeOffset.UtcNow", banned, StringComparison.Ordinal);
        Assert.Contains("P:System.DateTime.Now", banned, StringComparison.Ordinal);
        Assert.DoesNotContain(Sources(), s => s.Text.Contains("disable RS" + "0030", StringComparison.Ordinal));
    }

    /// <summary>
    /// What people read stands in Phrases.cs and those beside it, in Naming.cs (how levels and times are called) or in config. Operators'
    /// words stand where settings are read; the words that are heard, not said, in the readers of messages.
    /// </summary>
    [Fact]
    public void Sentences_to_people_stand_in_one_place()
    {
        string[] elsewhere = ["/Wording/Phrases.", "/Wording/BindingPhrases.cs", "/Wording/Naming.cs", "/Understanding/", "Handlers/Settings/", "/Sending/PushKeys.cs"];
        string[] heard = ["/Issues/TransferTarget.cs", "/Sending/CardShapes.cs", "/Issues/Command.cs", "/Issues/IssueLifecycle.Following.cs", "/Roster/", "/Sending/StoredCall.cs",
            "/Issues/Privacy.cs", "/Receiving/Opening.cs", "/Escalation/BrakeLever.cs", "/Receiving/LookAt.cs", "/Wording/Masking.cs"];
        var strays =
            from source in Sources("Core").Concat(Sources("Handlers"))
            where !elsewhere.Concat(heard).Any(e => source.File.Contains(e, StringComparison.Ordinal))
            from line in source.Text.Split('\n')
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && ChineseLiteral().IsMatch(line)
            select $"{source.File}: {line.Trim()}";
        Assert.Empty(strays);
    }

    private static IEnumerable<(string File, string Text)> Sources(string project = "*") =>
        Directory.GetDirectories(Root, $"GridBot.{project}")
            .SelectMany(d => Directory.GetFiles(d, "*.cs", SearchOption.AllDirectories))
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(f)));

    /// <summary>"Understanding/Model" for a file in that folder of the core.</summary>
    private static string FolderInCore(string file)
    {
        var folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
        return folder[(folder.LastIndexOf("/GridBot.Core", StringComparison.Ordinal) + "/GridBot.Core".Length)..].TrimStart('/');
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^using (?:static (?<folder>GridBot\.Core[\w.]*)\.\w+|(?:\w+ = )?(?<folder>GridBot\.Core[\w.]+));", RegexOptions.Multiline)]
    private static partial Regex UsedHere();

    [GeneratedRegex("\"[^\"]*[\u4e00-\u9fff][^\"]*\"")]
    private static partial Regex ChineseLiteral();
}
