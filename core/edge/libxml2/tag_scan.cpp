#include "core/edge/libxml2/tag_scan.h"

namespace galley {

bool TagScan::feed(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size(); ++at) {
        const char byte = piece[at];
        if (state_ == State::text) {
            at = piece.find('<', at);
            if (at == std::string_view::npos) {
                return true;
            }
            state_ = State::tag;
            attributes_ = 0;
        } else if (byte == '<') {
            state_ = State::tag;
            attributes_ = 0;
        } else if (state_ == State::value) {
            state_ = byte == quote_ ? State::tag : State::value;
        } else if (byte == '>') {
            state_ = State::text;
        } else if (byte == '"' || byte == '\'') {
            state_ = State::value;
            quote_ = byte;
            if (++attributes_ > most_attributes) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace galley
