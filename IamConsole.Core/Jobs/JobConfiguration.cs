using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Jobs;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Holder).HasMaxLength(80);
        builder.HasIndex(j => new { j.AccountId, j.Kind, j.CreatedAt });
        builder.HasIndex(j => new { j.State, j.CreatedAt });
        builder.HasIndex(j => j.FinishedAt);
    }
}
