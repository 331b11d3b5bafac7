namespace IamConsole.Core.AuditTrail;

/// <summary>An event in the list.</summary>
public sealed record EventRow(
    long Sequence, DateTimeOffset At, string EventName, string? UserName, bool Succeeded, string? Reason,
    string? Target, string? DeviceSerial, string? Details, string? Address);
