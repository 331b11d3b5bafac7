namespace IamConsole.Core.Users;

/// <summary>A notice as the console shows it.</summary>
public sealed record NoticeView(string Id, DateTimeOffset At, string Text);
