using System.Security.Cryptography;
using IamConsole.Core;
using IamConsole.Core.Consignments;
using IamConsole.Core.Permissions;
using IamConsole.Core.SeedFiles;
using IamConsole.Web.Controls;
using IamConsole.Web.HardwareTokens;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IamConsole.Web.Consignments;

/// <summary>The first step of an import: the file is read while it is sent, then its verdicts have a page of their own.</summary>
public sealed partial class ImportTokensPage
{
    private const long LargestCertificate = 64 << 10;

    private readonly ConsignmentForm _form = new();
    private IBrowserFile? _file;
    private string? _certificateName;
    private Error? _refusal;
    private Error? _error;
    private int? _percent;
    private int _rows;

    [Inject] public required ReadConsignment Reading { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    // Asked first: nobody sends a file in vain.
    protected override async Task OnInitializedAsync()
    {
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.ImportHardwareTokens, null, Left);
        _refusal = await StepUp.RefusesAsync(asked, "import hardware tokens", TokenAddress.List);
    }

    private KeptImport? Keep() => new(_file?.Name, _form.Batch, _form.Vendor, _form.Form);

    // A browser gives a file once, and keys are secrets: both are asked for again.
    private void Back(KeptImport kept)
    {
        (_form.Batch, _form.Vendor, _form.Form) = (kept.Batch, kept.Vendor, kept.Form);
        if (kept.FileName is { } name) _error = ConsignmentErrors.ChooseAgain(name);
    }

    private string? At(string field) => _error?.MessageAt(field);

    private void Choose(InputFileChangeEventArgs change)
    {
        (_file, _error) = (change.File, null);
        _form.ForgetFile();
    }

    private async Task ChooseCertificateAsync(InputFileChangeEventArgs change)
    {
        _error = null;
        try
        {
            await using var stream = change.File.OpenReadStream(LargestCertificate, Left);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, Left);
            (_form.Certificate, _certificateName) = (memory.ToArray(), change.File.Name);
        }
        catch (IOException)
        {
            (_form.Certificate, _certificateName) = (null, null);
            _error = ConsignmentErrors.CertificateTooLarge;
        }
    }

    private void Cancel() => GoTo(TokenAddress.List);

    private async Task ReadAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var options = _form.Options();
        _error = Error.All(
            _file is null ? ConsignmentErrors.NoFile : _file.Size > SeedFileOptions.LargestFile ? ConsignmentErrors.FileTooLarge : null,
            options.Error,
            _form.Wish(_file?.Name ?? "").Check());
        if (_error is not null || _file is not { } file || options.Value is null) return;
        (_percent, _rows) = (0, 0);
        try
        {
            await SendAsync(file, options.Value);
        }
        finally
        {
            if (options.Value.PreSharedKey is { } key) CryptographicOperations.ZeroMemory(key);
            _percent = null;
        }
    }

    private async Task SendAsync(IBrowserFile file, SeedFileOptions options)
    {
        try
        {
            await using var stream = file.OpenReadStream(options.MaxBytes, Left);
            var read = await Reading.RunAsync(
                await Session.CallerAsync(), stream, _form.Wish(file.Name), options, rows => TellAsync(rows, stream.Position, file.Size), Left);
            if (read.Succeeded)
            {
                _form.Forget();
                GoTo(ConsignmentAddress.Of(read.Value.Id));
            }
            else if (!await StepUp.TakesAsync(read.Error, $"import hardware tokens from {file.Name}"))
            {
                _error = read.Error;
                if (read.Error.Field == ConsignmentErrors.ColumnsField) await AskColumnsAsync(file, options);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left: nothing of the file stays.
        }
    }

    // Their names stand at the beginning: little of the file is sent again.
    private async Task AskColumnsAsync(IBrowserFile file, SeedFileOptions options)
    {
        await using var stream = file.OpenReadStream(options.MaxBytes, Left);
        foreach (var name in await SeedFile.UnknownColumnsAsync(stream, options, Left)) _form.Columns.TryAdd(name, null);
    }

    private Task TellAsync(int rows, long position, long size) => InvokeAsync(() =>
    {
        (_rows, _percent) = (rows, size == 0 ? 0 : (int)(100 * position / size));
        StateHasChanged();
    });
}
