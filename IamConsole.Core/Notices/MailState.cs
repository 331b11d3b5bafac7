namespace IamConsole.Core.Notices;

/// <summary>Where a notice's mail stands.</summary>
public enum MailState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting,

    /// <summary>A mail server took it.</summary>
    Sent,

    /// <summary>Refused for good, or not taken within a day.</summary>
    Failed,

    /// <summary>The user had no address at the time.</summary>
    NoAddress,
}
