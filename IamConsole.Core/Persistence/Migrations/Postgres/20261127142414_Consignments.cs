using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Consignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ConsignmentId",
                table: "HardwareTokens",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Consignments",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Partition = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Batch = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Form = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    Vendor = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    TokenForm = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    StartedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Fault = table.Column<string>(type: "text", nullable: true),
                    SignatureUnchecked = table.Column<bool>(type: "boolean", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Good = table.Column<int>(type: "integer", nullable: false),
                    AllOrNothing = table.Column<bool>(type: "boolean", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    JobId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consignments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConsignmentRows",
                columns: table => new
                {
                    ConsignmentId = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Serial = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedSerial = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Verdict = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    TokenId = table.Column<string>(type: "text", nullable: true),
                    ProtectedSeed = table.Column<byte[]>(type: "bytea", nullable: true),
                    Algorithm = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Digits = table.Column<int>(type: "integer", nullable: false),
                    PeriodSeconds = table.Column<int>(type: "integer", nullable: false),
                    DriftSteps = table.Column<int>(type: "integer", nullable: false),
                    Vendor = table.Column<string>(type: "text", nullable: true),
                    Model = table.Column<string>(type: "text", nullable: true),
                    Form = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsignmentRows", x => new { x.ConsignmentId, x.Number });
                    table.ForeignKey(
                        name: "FK_ConsignmentRows_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_ConsignmentId",
                table: "HardwareTokens",
                column: "ConsignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentRows_ConsignmentId_NormalizedSerial",
                table: "ConsignmentRows",
                columns: new[] { "ConsignmentId", "NormalizedSerial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentRows_ConsignmentId_Verdict_Number",
                table: "ConsignmentRows",
                columns: new[] { "ConsignmentId", "Verdict", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_AccountId_CreatedAt",
                table: "Consignments",
                columns: new[] { "AccountId", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsignmentRows");

            migrationBuilder.DropTable(
                name: "Consignments");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_ConsignmentId",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "ConsignmentId",
                table: "HardwareTokens");
        }
    }
}
