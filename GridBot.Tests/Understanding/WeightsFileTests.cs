using GridBot.Core.Understanding.Model;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class WeightsFileTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var bytes = WeightsFile.Write(SmallSchool.Learn());
        Assert.Equal(bytes, WeightsFile.Write(WeightsFile.Read(bytes)));
    }

    [Fact]
    public void The_shipped_file_is_small_and_knows_every_class()
    {
        Assert.InRange(ShippedWeights.Bytes.Length, 1_000_000, 8_000_000);
        Assert.Equal(WordFiles.Categories.Categories.Select(c => c.Code), ShippedWeights.Value.Of(Aspect.Category).Codes);
    }

    [Theory]
    [InlineData(0, "不是模型文件")]
    [InlineData(4, "版本")]
    [InlineData(20, "校验和")]
    [InlineData(500_000, "校验和")]
    public void A_changed_byte_is_noticed(int at, string says)
    {
        var bytes = ShippedWeights.Bytes.ToArray();
        bytes[at] ^= 0x40;
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => WeightsFile.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_file_is_noticed() =>
        Assert.Throws<InvalidDataException>(() => WeightsFile.Read(ShippedWeights.Bytes.AsSpan(0, ShippedWeights.Bytes.Length / 2)));

    [Fact]
    public void A_missing_file_is_a_fault_that_names_it_and_the_remedy_and_an_empty_setting_is_none()
    {
        var fault = Assert.Single(LearnedWeights.Read("config/models/nowhere.weights").FaultsOrNone).ToString();
        Assert.Contains("config/models/nowhere.weights", fault, StringComparison.Ordinal);
        Assert.Contains("train", fault, StringComparison.Ordinal);
        Assert.True(new LearnedFilesCheck().Validate(null, new SettingsFiles { Model = "config/models/nowhere.weights" }).Failed);

        Assert.Empty(LearnedWeights.Read("").FaultsOrNone);
        Assert.Null(LearnedWeights.Read("").ValueOrDefault);
    }
}
