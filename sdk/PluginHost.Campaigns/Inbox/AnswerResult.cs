namespace PluginHost.Campaigns;

/// <summary>What became of an answer: <see cref="Answered"/>, <see cref="AnswerUnderWay"/> or <see cref="NotAnswered"/>.</summary>
public abstract record AnswerResult;
