using IamConsole.Core.Notices;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Notices;

/// <summary>How the outbox writes where a mail stands.</summary>
internal static class MailStates
{
    public static string Text(MailState state) => state switch
    {
        MailState.Waiting => "Waiting",
        MailState.Sent => "Sent",
        MailState.Failed => "Failed",
        MailState.NoAddress => "No address",
    };

    public static StatusKind Sign(MailState state) => state switch
    {
        MailState.Waiting => StatusKind.Pending,
        MailState.Sent => StatusKind.Success,
        MailState.Failed => StatusKind.Error,
        MailState.NoAddress => StatusKind.Stopped,
    };

    /// <summary>What there is to know beyond the state, or null.</summary>
    public static string? Detail(OutboxRow row) => row switch
    {
        { State: MailState.Sent, SentAt: { } sent } => Moments.Exact(sent),
        { State: MailState.Waiting, Failure: { } failure } => $"{failure} Next attempt {Moments.Exact(row.DueAt)}.",
        { State: MailState.Failed } => row.Failure,
        _ => null,
    };
}
