namespace IamConsole.Core.Notices;

/// <summary>A mail that one server has claimed and sends now.</summary>
/// <param name="Id">The notice's identifier: the same at each attempt.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="Recipient">Where to.</param>
/// <param name="UserName">Whom it concerns.</param>
/// <param name="AccountLabel">The account's alias or number.</param>
/// <param name="At">When it happened.</param>
/// <param name="Text">What happened and by whom.</param>
/// <param name="ClientAddress">From which address, if known.</param>
public sealed record DueMail(
    string Id, int Attempt, string Recipient, string UserName, string AccountLabel, DateTimeOffset At, string Text, string? ClientAddress);
