using IamConsole.Core.AuditTrail;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>The whole trail in its order.</summary>
    public Task<List<AuditEvent>> TrailAsync() =>
        ReadAsync(db => db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(Ct));

    public async Task<AuditEvent> LastEventAsync() => (await TrailAsync())[^1];
}
