using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.AuditTrail;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();

        // Pages are read by time, newest first; the sequence decides between rows of one millisecond.
        builder.HasIndex(e => new { e.AccountId, e.At, e.Sequence });
        builder.HasIndex(e => new { e.AccountId, e.EventName, e.At, e.Sequence });
        builder.HasIndex(e => new { e.AccountId, e.ActorName, e.At, e.Sequence });
        builder.HasIndex(e => new { e.AccountId, e.Address, e.At, e.Sequence });
        builder.HasIndex(e => new { e.AccountId, e.Target, e.At, e.Sequence });
        builder.HasIndex(e => new { e.AccountId, e.DeviceSerial, e.At, e.Sequence }).HasFilter("\"DeviceSerial\" IS NOT NULL");
        builder.HasIndex(e => new { e.AccountId, e.At, e.Sequence }, "IX_AuditEvents_Failures").HasFilter("NOT \"Succeeded\"");
    }
}
