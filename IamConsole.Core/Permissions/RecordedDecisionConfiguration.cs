using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Permissions;

internal sealed class RecordedDecisionConfiguration : IEntityTypeConfiguration<RecordedDecision>
{
    public void Configure(EntityTypeBuilder<RecordedDecision> builder)
    {
        builder.Property(d => d.Id).HasMaxLength(43);
        builder.HasIndex(d => new { d.AccountId, d.LastAt });
        builder.HasIndex(d => d.LastAt);
    }
}
