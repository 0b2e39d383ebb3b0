using GridBot.Core.Issues;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding;

/// <summary>What rules and model together make of a message as a whole.</summary>
/// <param name="Said">The class by the words alone.</param>
/// <param name="Category">The class after the model has spoken.</param>
/// <param name="Opinion">What the model said; null without one.</param>
/// <param name="Urgency">Normal or urgent by the words; null where the model isn't sure, and the class's usual urgency holds.</param>
internal readonly record struct Thought(
    IntentGuess Intent, CategoryGuess Said, CategoryGuess Category, Opinion? Opinion, Alarm? Alarm, Urgency? Urgency)
{
    /// <summary>What an alarm wants by its words, where that is to add to what was told before; it is read as a report all the same.</summary>
    public IntentGuess? Detail { get; init; }
}
