using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Reports;

internal sealed class ReportChunkConfiguration : IEntityTypeConfiguration<ReportChunk>
{
    public void Configure(EntityTypeBuilder<ReportChunk> builder)
    {
        builder.HasKey(c => new { c.ReportId, c.Number });
        builder.HasOne<Report>().WithMany().HasForeignKey(c => c.ReportId).OnDelete(DeleteBehavior.Cascade);
    }
}
