using System.Security.Cryptography;
using IamConsole.Core.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IamConsole.Web.Shell;

/// <summary>A page that fails leaves the frame standing, and a reference that leads to the log.</summary>
public sealed class ConsoleErrorBoundary : ErrorBoundaryBase
{
    private string? _reference;

    [Inject] public required ILogger<ConsoleErrorBoundary> Logger { get; set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        Logger.PageFailed(_reference, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        if (PassingFault.Of(CurrentException) is { } away)
        {
            builder.OpenComponent<DatabaseAway>(3);
            builder.AddComponentParameter(4, nameof(DatabaseAway.Why), away);
            builder.AddComponentParameter(5, nameof(DatabaseAway.Reference), _reference);
            builder.CloseComponent();
            return;
        }

        builder.OpenComponent<UnexpectedError>(1);
        builder.AddComponentParameter(2, nameof(UnexpectedError.Reference), _reference);
        builder.CloseComponent();
    }
}
