using IamConsole.Core.Notices;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>What happened to one's own credentials, until it is dismissed.</summary>
public sealed partial class NoticeList
{
    private IReadOnlyList<NoticeView> _notices = [];

    [Inject] public required ListNotices Notices { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var listed = await Notices.RunAsync(await Session.CallerAsync(), (await Session.UserAsync()).UserId(), Left);
        if (listed.Succeeded) _notices = listed.Value;
        else Navigation.Takes(listed.Error);
    }

    private async Task DismissAsync(NoticeView notice)
    {
        using var act = BeginAct();
        if (act is null) return;
        var dismissed = await Notices.DismissAsync(
            await Session.CallerAsync(), (await Session.UserAsync()).UserId(), notice.Id, ToTheEnd);
        if (dismissed.Succeeded) _notices = [.. _notices.Where(shown => shown.Id != notice.Id)];
        else Navigation.Takes(dismissed.Error!);
    }
}
