namespace IamConsole.Core.Notices;

/// <summary>A notice as the console shows it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="At">When it happened.</param>
/// <param name="Text">What happened and by whom.</param>
/// <param name="Address">From which address, if known.</param>
public sealed record NoticeView(string Id, DateTimeOffset At, string Text, string? Address);
