using GridBot.Core.Understanding.Model;

namespace GridBot.Tests.Understanding;

/// <summary>config/models/understanding.weights as it is shipped.</summary>
internal static class ShippedWeights
{
    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "config", "models", "understanding.weights"));

    public static Weights Value { get; } = WeightsFile.Read(Bytes);
}
