using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
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
                type: "bigint",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "bigint")
                .OldAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

            migrationBuilder.AddColumn<string>(
                name: "ActorArn",
                table: "AuditEvents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeviceSerial",
                table: "AuditEvents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Hash",
                table: "AuditEvents",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SessionCreatedAt",
                table: "AuditEvents",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditChain",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", nullable: false)
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
                type: "bigint",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "bigint")
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_AccountId_Sequence",
                table: "AuditEvents",
                columns: new[] { "AccountId", "Sequence" });
        }
    }
}
