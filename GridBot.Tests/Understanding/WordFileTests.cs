using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class WordFileTests
{
    [Fact]
    public void There_are_twenty_classes_and_the_rest() =>
        Assert.Equal(
            [
                "noise", "fire", "parking", "traffic", "sanitation", "pollution", "utilities", "facility", "greening", "illegal_build", "housing",
                "property", "neighbour", "vendor", "market", "security", "labour", "animal", "land_estate", "public_service", "other",
            ],
            WordFiles.Categories.Categories.Select(c => c.Code));

    [Fact]
    public void Each_class_has_three_to_eight_second_level_classes() =>
        Assert.All(WordFiles.Categories.Categories, c => Assert.InRange(c.Subcategories.Count, 3, 8));

    [Fact]
    public void No_second_level_code_is_used_twice() =>
        Assert.Equal([], WordFiles.Categories.Categories.SelectMany(c => c.Subcategories).GroupBy(s => s.Code).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void No_word_stands_in_two_classes() =>
        Assert.Equal([], WordFiles.Categories.Categories
            .SelectMany(c => c.Words.Concat(c.Subcategories.SelectMany(s => s.Words)).Select(w => (Word: w.TrimStart('~'), c.Code)))
            .GroupBy(w => w.Word).Where(g => g.Select(w => w.Code).Distinct().Count() > 1).Select(g => g.Key));

    [Fact]
    public void Each_danger_names_a_class_that_exists() =>
        Assert.All(WordFiles.Vocabulary.Dangers, d =>
        {
            var category = WordFiles.Categories.Find(d.Category);
            Assert.NotNull(category);
            Assert.True(d.Subcategory is null || category.Subcategories.Any(s => s.Code == d.Subcategory), d.Name);
        });

    [Fact]
    public void Every_mark_has_words() => Assert.All(Enum.GetValues<Mark>(), m => Assert.NotEmpty(WordFiles.Vocabulary.Marks[m]));

    [Fact]
    public void Every_intent_but_the_report_has_words() =>
        Assert.All(Enum.GetValues<Intent>().Where(i => i != Intent.Report), i => Assert.NotEmpty(WordFiles.Vocabulary.Intents[i]));
}
