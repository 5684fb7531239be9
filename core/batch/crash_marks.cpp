#include "core/batch/crash_marks.h"

#include "core/batch/append_file.h"
#include "core/batch/json_writer.h"
#include "core/batch/mapped_file.h"
#include "core/edge/json/json_value.h"
#include "core/host/system_error.h"
#include "galley/try.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace galley::batch {

/// Fixed in size, so that the handler only stores a number.
struct CrashMarks::Slot {
    static constexpr std::size_t size = 4096;
    volatile std::uint32_t signal;
    std::uint32_t name_size;
    char name[size - 8];
};

namespace {

constexpr int fatal_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

thread_local CrashMarks::Slot* own_slot = nullptr;
thread_local void* own_stack = nullptr;

extern "C" void on_crash(int signal) {
    if (own_slot != nullptr) {
        own_slot->signal = static_cast<std::uint32_t>(signal);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// Where the file `path` is mapped, `count` slots large and zero where it was smaller.
Result<CrashMarks::Slot*> map_slots(const std::string& path, std::size_t count) {
    const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    // Room is taken at once: storing to a hole on a full disk would be a SIGBUS.
    const int error =
        !file ? errno : ::posix_fallocate(file.get(), 0, static_cast<off_t>(count * CrashMarks::Slot::size));
    if (error != 0) {
        return fail(output_error(path, error));
    }
    void* memory = ::mmap(nullptr, count * CrashMarks::Slot::size, PROT_READ | PROT_WRITE, MAP_SHARED, file.get(), 0);
    if (memory == MAP_FAILED) {
        return fail(output_error(path, errno));
    }
    return static_cast<CrashMarks::Slot*>(memory);
}

/// The names that the last part of the run crashed on.
std::vector<std::string> crashed_names(const std::string& path) {
    std::vector<std::string> names;
    const auto file = MappedFile::open(path);
    const std::string_view bytes = file ? file->bytes() : std::string_view();
    for (std::size_t at = 0; at + CrashMarks::Slot::size <= bytes.size(); at += CrashMarks::Slot::size) {
        CrashMarks::Slot slot;
        std::memcpy(static_cast<void*>(&slot), bytes.data() + at, sizeof slot);
        if (slot.signal != 0 && slot.name_size > 0 && slot.name_size <= sizeof slot.name) {
            names.emplace_back(slot.name, slot.name_size);
        }
    }
    return names;
}

}  // namespace

Result<std::unique_ptr<CrashMarks>> CrashMarks::open(const StateFolder& state, std::uint32_t workers) {
    static_assert(sizeof(Slot) == Slot::size);
    const std::string slots_file = state.file("in-flight");
    const std::vector<std::string> crashed = crashed_names(slots_file);
    std::unique_ptr<CrashMarks> marks(new CrashMarks(state.file("crashes.jsonl"), nullptr, workers));
    if (const auto log = MappedFile::open(marks->log_)) {
        std::string_view text = log->bytes();
        for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            if (const auto line = read_json(marks->log_, text.substr(0, end)); line && line->number("times")) {
                marks->crashes_[std::string(line->text("name"))] += static_cast<std::uint32_t>(*line->number("times"));
            }
            text.remove_prefix(end + 1);
        }
    }
    for (const std::string& name : crashed) {
        GALLEY_CHECK(marks->note(name, 1));
    }
    GALLEY_TRY(marks->slots_, map_slots(slots_file, workers));
    return marks;
}

CrashMarks::~CrashMarks() {
    if (slots_ != nullptr) {
        ::munmap(slots_, count_ * Slot::size);
    }
}

Result<> CrashMarks::note(const std::string& name, std::uint32_t times) {
    std::string line;
    JsonWriter(line).begin_object().text("name", name).number("times", times).end_object();
    line += '\n';
    const Descriptor log(::open(log_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    const int error = !log ? errno : write_fully(log.get(), line);
    if (error != 0 || ::fdatasync(log.get()) != 0) {
        return fail(output_error(log_, error != 0 ? error : errno));
    }
    crashes_[name] += times;
    return {};
}

Result<> CrashMarks::give_up(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    return note(name, too_often);
}

void CrashMarks::enter(std::uint32_t slot, bool catch_signals) {
    if (!catch_signals) {
        return;
    }
    own_slot = &slots_[slot];
    // A stack that overflowed has no room for the handler.
    const std::size_t size = std::max<std::size_t>(static_cast<std::size_t>(SIGSTKSZ), 64 * 1024);
    own_stack = std::malloc(size);
    stack_t stack{};
    stack.ss_sp = own_stack;
    stack.ss_size = size;
    ::sigaltstack(&stack, nullptr);
}

void CrashMarks::leave() {
    if (own_slot != nullptr) {
        own_slot = nullptr;
        stack_t none{};
        none.ss_flags = SS_DISABLE;
        ::sigaltstack(&none, nullptr);
        std::free(std::exchange(own_stack, nullptr));
    }
}

void CrashMarks::begin(std::uint32_t slot, const std::string& name) {
    Slot& own = slots_[slot];
    own.name_size = static_cast<std::uint32_t>(std::min(name.size(), sizeof own.name));
    std::memcpy(own.name, name.data(), own.name_size);
}

void CrashMarks::end(std::uint32_t slot) { slots_[slot].name_size = 0; }

void CrashMarks::install_handlers() {
    for (const int signal : fatal_signals) {
        struct sigaction action {};
        action.sa_handler = on_crash;
        action.sa_flags = SA_ONSTACK;
        ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace galley::batch
