using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Users;

internal sealed class PasswordFailureConfiguration : IEntityTypeConfiguration<PasswordFailure>
{
    public void Configure(EntityTypeBuilder<PasswordFailure> builder)
    {
        builder.HasKey(t => new { t.Id, t.Second });
        builder.Property(t => t.Id).HasMaxLength(64);
        builder.HasIndex(t => t.Second);
    }
}
