namespace IamConsole.Core.Sessions;

/// <summary>A kept intent that was taken up.</summary>
/// <param name="Content">See <see cref="IntentContent"/>.</param>
/// <param name="IsConfirmed">Whether a factor was proven meanwhile; otherwise its person came back without.</param>
public sealed record TakenIntent(IntentContent Content, bool IsConfirmed);
