using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Loads metadata from the configured address or file by the clock. Idle without either: no call leaves the server.</summary>
public sealed class MetadataService(MetadataSource source, ReadMetadata metadata, TimeProvider clock, ILogger<MetadataService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _asked;
    private DateTime? _fileTime;
    private bool _failed;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Address is null && source.File is null) return;
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await IsDueAsync(stoppingToken)) await LoadAsync(stoppingToken);
            }
            catch (ObjectDisposedException) when (stoppingToken.IsCancellationRequested)
            {
                // The host was disposed of before it had stopped: the next start loads what this one would have.
            }
            catch (Exception away) when (PassingFault.Is(away))
            {
                (_failed, _fileTime) = (true, null);
                log.DatabaseAway("metadata", away);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be away for a while.
                (_failed, _fileTime) = (true, null);
                log.MetadataNotLoaded(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> IsDueAsync(CancellationToken ct)
    {
        if (source.File is { } file)
        {
            // A file that is not there has a time too: when it comes, the time changes.
            var time = File.GetLastWriteTimeUtc(file);
            if (time == _fileTime || !File.Exists(file)) return false;
            _fileTime = time;
            return true;
        }

        var state = await metadata.RunAsync(ct);
        return MetadataTimetable.IsDue(clock.GetUtcNow(), state?.Loaded.LoadedAt, state?.Loaded.NextUpdate, _asked, _failed);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        _asked = clock.GetUtcNow();
        var loaded = await source.LoadAsync(ct);
        _failed = !loaded.Succeeded;
        if (!loaded.Succeeded) log.MetadataRefused(loaded.Error.Code, loaded.Error.Message);
        else if (loaded.Value.IsNew) log.MetadataLoaded(loaded.Value.State.Loaded.Number, loaded.Value.State.Loaded.Models, loaded.Value.State.Loaded.LeftOut);
    }
}
