using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Handlers.Settings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GridBot.Tests.Stories;

/// <summary>Reports from 10栋 whose class nobody could tell. Which of them a model doubts is its own affair; it must doubt one.</summary>
internal static class VagueWords
{
    private static readonly string[] _reports =
    [
        "10栋那边的事情一直没人弄，天天这样", "10栋又是老样子，没人管管吗", "10栋门口那块地方实在不像话，麻烦来人看看",
        "10栋有户人家弄得大家都过不好日子，请来管管", "10栋旁边乱得很，走都走不过去", "10栋后面那个坏了好久了，请派人来修",
        "10栋那家店天天影响我们，反映了也没用", "10栋边上的隐患没人处理，出了事谁负责", "10栋一楼占了公家的地方，大家意见很大",
        "10栋上面老是往下掉东西，请处理一下", "10栋味道和声音都受不了，请来看看", "10栋里头那个东西弄得乱七八糟的，来个人吧",
    ];

    /// <summary>The first whose class the running service doubts, with three classes that a group may read.</summary>
    public static string For(Story story)
    {
        var rules = story.App.Services.GetRequiredService<RulesInForce>().Current;
        var words = Array.Find(_reports, r => rules.Understander.Read(
            new Utterance(r, null, Story.Zhou, rules.Roster.FindPerson(Story.Zhou), "c1-g3", story.Now)) is
            {
                Intent: Intent.Report, Problems: [{ IsSure: false, Urgency: Urgency.Normal } doubted],
            }
            && doubted.Alternatives.Prepend(doubted.Category).Distinct().Count(c => !rules.Categories.IsPrivate(c, null)) >= 3);
        Assert.True(words is not null, "The model is sure of the class of every vague report: whoever hears them couldn't be.");
        return words;
    }
}
