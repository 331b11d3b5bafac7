using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_Sequence",
                table: "AuditEvents");

            migrationBuilder.AlterColumn<long>(
                name: "Sequence",
                table: "AuditEvents",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .OldAnnotation("Sqlite:Autoincrement", true);

            migrationBuilder.AddColumn<string>(
                name: "ActorArn",
                table: "AuditEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeviceSerial",
                table: "AuditEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Hash",
                table: "AuditEvents",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<long>(
                name: "SessionCreatedAt",
                table: "AuditEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditChain",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChain", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_ActorName_At_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "ActorName", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_Address_At_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "Address", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_At_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_DeviceSerial_At_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "DeviceSerial", "At", "Sequence" },
                filter: "\"DeviceSerial\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_EventName_At_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "EventName", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_Target_At_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "Target", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Failures",
                table: "AuditEvents",
                columns: new[] { "AccountId", "At", "Sequence" },
                filter: "NOT \"Succeeded\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditChain");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_ActorName_At_Sequence",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_Address_At_Sequence",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_At_Sequence",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_DeviceSerial_At_Sequence",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_EventName_At_Sequence",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_AccountId_Target_At_Sequence",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_Failures",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "ActorArn",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "DeviceSerial",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "SessionCreatedAt",
                table: "AuditEvents");

            migrationBuilder.AlterColumn<long>(
                name: "Sequence",
                table: "AuditEvents",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "INTEGER")
                .Annotation("Sqlite:Autoincrement", true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "Sequence" });
        }
    }
}
