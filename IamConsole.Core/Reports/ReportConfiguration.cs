using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Reports;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.Property(r => r.AccountId).HasMaxLength(12);

        // One at a time under way, even when two people order at once.
        builder.HasIndex(r => new { r.AccountId, r.Kind }, "ReportUnderWay").IsUnique().HasFilter("\"CompletedAt\" IS NULL");
        builder.HasIndex(r => new { r.AccountId, r.Kind, r.CompletedAt });
    }
}
