using System.CommandLine;
using System.Globalization;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Handlers.Settings;

namespace GridBot.Host.Commands;

/// <summary>Who would be called when, by the planner that really calls them; nothing is stored and nobody is rung.</summary>
internal static class Simulate
{
    private const int MostSteps = 20;

    public static Command Command()
    {
        var place = PlaceArgument.Option();
        var at = new Option<string>("--at") { Description = "登记的时刻，如 2026-11-24T21:36:00+08:00", Required = true };
        var category = new Option<string>("--category") { Description = "类别代号，默认 other", DefaultValueFactory = _ => CategoryTree.Other };
        var urgency = new Option<Urgency?>("--urgency") { Description = "normal、urgent 或 emergency；默认按类别" };
        var command = new Command("simulate", "按现在的名册和策略，推算会在什么时候请谁。") { place, at, category, urgency };
        command.SetAction(parsed => Run(
            Console.Out, parsed.GetValue(place)!, parsed.GetValue(at)!, parsed.GetValue(category)!, parsed.GetValue(urgency)));
        return command;
    }

    private static int Run(TextWriter output, string placeName, string atText, string category, Urgency? urgency)
    {
        var configuration = new ConfigurationBuilder().AddGridBotSettings().Build();
        var (files, clock) = (new SettingsFiles(), new ClockOptions());
        configuration.Bind(files);
        configuration.Bind(clock);
        var readings = SettingsCheck.Read(files);
        if (readings.AllFaults.Count > 0)
        {
            return Refuse(output, readings.AllFaults.Select(f => f.ToString()));
        }

        var roster = readings.Roster.ValueOrDefault!;
        var categories = readings.Categories.ValueOrDefault!;
        if (PlaceArgument.Find(roster, placeName, out var fault) is not { } place)
        {
            return Refuse(output, [fault]);
        }

        if (!DateTimeOffset.TryParse(atText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var at))
        {
            return Refuse(output, [$"--at：“{atText}”不是时刻，请写成 2026-11-24T21:36:00+08:00。"]);
        }

        if (categories.Find(category) is null)
        {
            return Refuse(output, [$"--category：没有“{category}”，可用的有：{string.Join("、", categories.Categories.Select(c => c.Code))}。"]);
        }

        var calendar = new Core.Issues.Calendar(clock.Zone());
        var scene = new Scene(roster, readings.Policies.ValueOrDefault!, categories, calendar);
        Play(output, Draft(place, at.ToUniversalTime(), category, urgency ?? categories[category].Urgency, roster), scene, new Naming(roster, categories, calendar));
        return 0;
    }

    private static Issue Draft(Place place, DateTimeOffset at, string category, Urgency urgency, RosterBook roster) => new()
    {
        Id = 1,
        SubDistrictId = roster.SubDistrictOf(place.Id)!.Id,
        Number = 1,
        PlaceId = place.Id,
        Category = category,
        Urgency = urgency,
        Text = "",
        ReporterId = "",
        OpenedAt = at,
        ResponseSince = at,
        ResolveBy = at,
        Stage = new Stage.Withdrawn(at),
    };

    private static void Play(TextWriter output, Issue draft, Scene scene, Naming naming)
    {
        output.WriteLine($"{naming.Full(draft.PlaceId)} {naming.Problem(draft)}（{draft.Urgency switch { Urgency.Emergency => "险情", Urgency.Urgent => "紧急", _ => "一般" }}）");
        Decision decision = IssueLifecycle.Open(draft, scene);
        for (var step = 0; step < MostSteps && decision is Decision.Changed changed; step++)
        {
            foreach (var ring in changed.Effects.OfType<Effect.Ring>())
            {
                var people = ring.People.Select(u => scene.Roster.FindPerson(u)!).Select(p => $"{p.Name}（{p.Call}）");
                output.WriteLine($"{naming.Day(ring.NotBefore)} {naming.Clock(ring.NotBefore)}  {Cause(ring)}：{string.Join("、", people)}");
                if (ring.Cause == RingCause.Board)
                {
                    return;
                }
            }

            if (changed.Effects.Any(e => e is Effect.Tell { Notice: Notice.PlanShown }))
            {
                output.WriteLine("试运行（ring_up_to）到此为止：往上只给花名册负责人看计划，不提醒人。");
                return;
            }

            decision = IssueLifecycle.Decide(changed.Issue, new IssueEvent.TimeIsUp(changed.Issue.NextDueAt!.Value), scene);
        }
    }

    private static string Cause(Effect.Ring ring) => ring.Cause switch
    {
        RingCause.Board => "没人接，兜底负责人",
        RingCause.Round => $"{Naming.Level(ring.Level)}再请一次",
        RingCause.Together => "各级同时",
        _ => Naming.Level(ring.Level),
    };

    private static int Refuse(TextWriter output, IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine($"- {fault}");
        }

        return 2;
    }
}
