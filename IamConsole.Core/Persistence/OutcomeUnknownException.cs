namespace IamConsole.Core.Persistence;

/// <summary>The connection broke between a commit and its answer: the change was made whole or not at all, and nobody knows which.</summary>
public sealed class OutcomeUnknownException(Exception inner) : Exception(PersistenceErrors.OutcomeUnknown.Message, inner);
