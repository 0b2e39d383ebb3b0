using GridBot.Host.Learning;
using Xunit;

namespace GridBot.Tests.Learning;

public sealed class TallyTests
{
    /// <summary>Four of a (three right), two of b (one right; one a taken for b): figures worked out by hand.</summary>
    [Fact]
    public void Figures_are_those_of_the_definition()
    {
        var tally = new Tally("类别");
        tally.Add(["a"], "a", 0.9, ["a", "b", "c"]);
        tally.Add(["a"], "a", 0.8, ["a", "b", "c"]);
        tally.Add(["a"], "a", 0.7, ["a", "b", "c"]);
        tally.Add(["a"], "b", 0.6, ["b", "a", "c"]);
        tally.Add(["b"], "b", 0.5, ["b", "a", "c"]);
        tally.Add(["b"], "c", 0.4, ["c", "d", "e"]);

        Assert.Equal(4 / 6.0, tally.Accuracy, 1e-9);
        Assert.Equal(6 / 7.0, tally.F1("a"), 1e-9);
        Assert.Equal(0.5, tally.F1("b"), 1e-9);
        Assert.Equal(((6 / 7.0) + 0.5) / 2, tally.MacroF1, 1e-9);
        Assert.Equal(5 / 6.0, tally.AmongThree, 1e-9);
        Assert.Equal(3 / 6.0, tally.Coverage, 1e-9);
    }

    [Fact]
    public void A_second_right_answer_is_right_too()
    {
        var tally = new Tally("类别");
        tally.Add(["a", "b"], "b");
        Assert.Equal(1, tally.Accuracy);
        Assert.Equal(1, tally.F1("a"));
    }

    [Fact]
    public void Confusion_tells_what_each_class_was_taken_for()
    {
        var tally = new Tally("类别");
        tally.Add(["a"], "b");
        tally.Add(["a"], "b");
        tally.Add(["a"], "a");
        var output = new StringWriter();
        tally.Print(output, isSurable: false, showsConfusion: true);
        Assert.Matches(@"a +→ b 2，a 1", output.ToString());
    }
}
