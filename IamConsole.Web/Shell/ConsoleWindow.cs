using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>What every <see cref="ConsolePart"/> of one window shares.</summary>
public sealed class ConsoleWindow(
    CircuitSession session, FlashMessages messages, NavigationManager navigation, TimeProvider clock, ILogger<ConsoleWindow> logger)
{
    internal CircuitSession Session => session;

    internal FlashMessages Messages => messages;

    internal NavigationManager Navigation => navigation;

    internal TimeProvider Clock => clock;

    internal ILogger Logger => logger;
}
