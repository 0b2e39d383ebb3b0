namespace GridBot.Host.Learning;

/// <summary>A labelled file can't be used; the message is for the person at the console.</summary>
internal sealed class LabelledFileException(string message) : Exception(message);
